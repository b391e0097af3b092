CREATE ROLE case_operator_family_old; CREATE ROLE case_operator_family_new;
GRANT CREATE ON SCHEMA public TO case_operator_family_old, case_operator_family_new;
CREATE OPERATOR FAMILY orders USING btree;
ALTER OPERATOR FAMILY orders USING btree OWNER TO case_operator_family_old;
