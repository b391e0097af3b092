create table Guest (
  ID int4 primary key,
  name varchar(80) not null default 'nobody',
  arrived timestamptz default now(),
  stay interval second(0),
  paid decimal(8, 2) default 0 check (paid >= 0),
  room char(3),
  tags text array default '{}'
);
ALTER TABLE guest ALTER COLUMN stay TYPE interval(0);
