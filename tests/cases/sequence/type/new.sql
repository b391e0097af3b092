CREATE SEQUENCE invoice_number AS bigint;
