update person set email = '', phone = '', score = 0, ratio = 0, price = 0, born = null, seen = null, adult = null, rank = null where id = 1;
update person set phone = '', score = 0, ratio = 0, price = 0, born = null, seen = null, adult = null, rank = null where id = 2;
update person set email = '' where id = 5;
update note set body = '', words = null where id in (1, 5);
