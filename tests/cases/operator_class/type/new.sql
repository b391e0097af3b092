CREATE OPERATOR CLASS even_ops FOR TYPE bigint USING hash AS OPERATOR 1 =, FUNCTION 1 hashint8(bigint);
