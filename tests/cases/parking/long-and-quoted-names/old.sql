CREATE SCHEMA "Über Schema";
CREATE TABLE "Über Schema"."größte Tabelle mit einem sehr langen Namen, bis zum Ende" (
    "eine Spalte mit einem sehr, sehr langen Namen, bis zum Ende ü" serial PRIMARY KEY
);
CREATE TABLE public.a_table_whose_name_is_as_long_as_names_can_be_in_this_server_a ("it's %I % $1" integer, "a""b" integer GENERATED ALWAYS AS IDENTITY);
CREATE TABLE public.a_table_whose_name_is_as_long_as_names_can_be_in_this_server_b (a integer);
CREATE TABLE public.kept (
    a_column_whose_name_is_as_long_as_names_can_be_in_this_server_x integer,
    a_column_whose_name_is_as_long_as_names_can_be_in_this_server_y integer,
    "it's %I % $trueup$" integer,
    id integer
);
