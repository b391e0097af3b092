CREATE DOMAIN code AS character varying(20);
