CREATE ROLE case_librarian;
CREATE ROLE case_librarian_before;
GRANT CREATE ON SCHEMA public TO case_librarian, case_librarian_before;
CREATE TEXT SEARCH DICTIONARY book (TEMPLATE = simple);
ALTER TEXT SEARCH DICTIONARY book OWNER TO case_librarian_before;
