CREATE TABLE `person` (`id` bigint NOT NULL AUTO_INCREMENT, `username` varchar(255) NOT NULL, `email` varchar(255), `active` tinyint(1) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;
CREATE TABLE `note` (
  `id` bigint NOT NULL AUTO_INCREMENT, `person` bigint NOT NULL, `kind` text NOT NULL, `about` bigint, `body` text,
  PRIMARY KEY (`id`),
  FOREIGN KEY (`persn`) REFERENCES `person` (`id`)
) ENGINE=InnoDB;
CREATE TABLE `course` (`id` bigint NOT NULL, `title` text NOT NULL);
RENAME TABLE `course` TO `lesson`;
