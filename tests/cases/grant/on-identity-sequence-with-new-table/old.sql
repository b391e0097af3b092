CREATE ROLE case_grant_identity_new;
