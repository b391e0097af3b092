CREATE TABLE fish ();
CREATE TABLE a_pike (id integer) INHERITS (fish);
COMMENT ON COLUMN a_pike.id IS 'its own';
