CREATE ROLE case_grant_domain_a;
CREATE ROLE case_grant_domain_b;
CREATE DOMAIN short AS text;
GRANT USAGE ON DOMAIN short TO case_grant_domain_a;
