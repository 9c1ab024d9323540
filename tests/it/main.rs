mod html;
mod page;
