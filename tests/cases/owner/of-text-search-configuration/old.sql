CREATE ROLE case_searcher;
CREATE ROLE case_searcher_before;
GRANT CREATE ON SCHEMA public TO case_searcher, case_searcher_before;
CREATE TEXT SEARCH CONFIGURATION site (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION site OWNER TO case_searcher_before;
