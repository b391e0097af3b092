INSERT INTO cocktails.sections (name, position) VALUES ('classics', 1), ('long drinks', 2), ('without alcohol', 3);

INSERT INTO cocktails.drinks (section_id, name, description, price)
SELECT s.id, d.name, d.description, d.price
FROM cocktails.sections s
JOIN (VALUES
  ('classics', 'Negroni', 'gin, vermouth, bitter', 9.50),
  ('classics', 'Daiquiri', 'rum, lime, sugar', 9.00),
  ('long drinks', 'Paloma', 'tequila, grapefruit', 10.00),
  ('without alcohol', 'Shirley Temple', 'ginger ale, grenadine', 6.50)
) AS d (section, name, description, price) ON d.section = s.name;

INSERT INTO cocktails.users (name) VALUES ('Table 4'), ('Bar, left');

INSERT INTO cocktails.orders (user_id, drink_id, quantity)
SELECT u.id, d.id, 2 FROM cocktails.users u, cocktails.drinks d WHERE u.name = 'Table 4' AND d.name = 'Paloma';
