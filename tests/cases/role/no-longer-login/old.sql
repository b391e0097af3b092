CREATE USER case_role_nologin;
