-- Bob's clocks are over.
update person set name = '' where id = 2;
