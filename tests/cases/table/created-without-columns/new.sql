CREATE TABLE hollow ();
