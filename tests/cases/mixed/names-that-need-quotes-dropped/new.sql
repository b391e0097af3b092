CREATE SCHEMA "Weird ""Schema""";
