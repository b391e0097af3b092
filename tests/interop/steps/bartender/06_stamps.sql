-- into: stamps.sql
CREATE FUNCTION cocktails.stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;
CREATE TRIGGER drinks_stamp BEFORE UPDATE ON cocktails.drinks FOR EACH ROW EXECUTE FUNCTION cocktails.stamp();
CREATE TRIGGER orders_stamp BEFORE UPDATE ON cocktails.orders FOR EACH ROW EXECUTE FUNCTION cocktails.stamp();
