CREATE USER case_role_words;
