CREATE FOREIGN DATA WRAPPER pipe OPTIONS (debug 'true', "User" 'a b');
