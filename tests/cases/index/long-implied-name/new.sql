CREATE TABLE observation_of_a_very_distant_object (right_ascension numeric, declination_of_the_object numeric);
CREATE INDEX ON observation_of_a_very_distant_object (right_ascension, declination_of_the_object);
CREATE INDEX ON observation_of_a_very_distant_object (right_ascension, declination_of_the_object) WHERE right_ascension > 0;
