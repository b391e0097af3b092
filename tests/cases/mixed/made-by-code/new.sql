CREATE TABLE kept (id int PRIMARY KEY);
DO $$
BEGIN
  FOR i IN 1..2 LOOP
    EXECUTE format('CREATE TABLE shard_%s (id int PRIMARY KEY, kept_id int REFERENCES kept, note text DEFAULT ''none'')', i);
  END LOOP;
END $$;
