CREATE TABLE swimmer (name text, depth integer);
CREATE TABLE flyer (name text, height integer);
