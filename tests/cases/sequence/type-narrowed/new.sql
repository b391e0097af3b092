CREATE SEQUENCE ticket_number AS smallint;
