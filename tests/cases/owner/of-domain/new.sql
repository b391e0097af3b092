CREATE ROLE case_owner_domain_old;
CREATE ROLE case_owner_domain_new;
CREATE DOMAIN short AS text;
ALTER DOMAIN short OWNER TO case_owner_domain_new;
