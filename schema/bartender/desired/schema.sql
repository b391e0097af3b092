CREATE SCHEMA cocktails;
