CREATE TABLE swimmer (name text, depth integer);
CREATE TABLE flyer (name text, height integer);
CREATE TABLE duck (quack boolean DEFAULT true) INHERITS (swimmer, flyer);
