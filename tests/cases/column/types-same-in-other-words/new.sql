CREATE TABLE types (a float4, b float, c int2, d int8, e char, f bit, g timestamp(3), h timetz, i int[3][4], j float(40), k float(20), l varchar(5) ARRAY[2], m dec(5));
