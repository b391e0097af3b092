CREATE TABLE tag (word text);
