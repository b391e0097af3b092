CREATE ROLE case_grant_domain_a_wgo;
CREATE DOMAIN short AS text;
GRANT USAGE ON DOMAIN short TO case_grant_domain_a_wgo;
