CREATE TABLE types (a real, b double precision, c smallint, d bigint, e character(1), f bit(1), g timestamp(3) without time zone,
  h time with time zone, i integer[], j double precision, k real, l character varying(5)[], m numeric(5,0));
