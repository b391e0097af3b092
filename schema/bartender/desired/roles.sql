CREATE ROLE lambda_drink_reader;
CREATE ROLE lambda_drink_writer;

GRANT USAGE ON SCHEMA cocktails TO lambda_drink_reader, lambda_drink_writer;

GRANT SELECT ON
  cocktails.sections, cocktails.drinks, cocktails.users, cocktails.orders,
  cocktails.app_users, cocktails.registration_codes, cocktails.refresh_tokens
  TO lambda_drink_reader;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  cocktails.sections, cocktails.drinks, cocktails.users, cocktails.orders,
  cocktails.app_users, cocktails.registration_codes, cocktails.refresh_tokens
  TO lambda_drink_writer;
