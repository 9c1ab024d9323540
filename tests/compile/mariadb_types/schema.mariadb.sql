-- What only MariaDB has: types, character sets, collations that pad, and a column that follows every change.
CREATE TABLE `person` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(50) NOT NULL,
  `login` varchar(50) DEFAULT NULL,
  `gone` bit(1) NOT NULL,
  `changed` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `thing` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `person_id` int(10) unsigned DEFAULT NULL,
  `kind` enum('a','b','c') NOT NULL,
  `flags` set('x','y') DEFAULT NULL,
  `big` bigint(20) unsigned DEFAULT NULL,
  `padded` int(8) unsigned zerofill DEFAULT NULL,
  `code` char(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `words` text CHARACTER SET latin1 COLLATE latin1_swedish_ci DEFAULT NULL,
  `doc` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`doc`)),
  `price` decimal(12,3) DEFAULT NULL,
  `ratio` float DEFAULT NULL,
  `raw` varbinary(10) DEFAULT NULL,
  `day` date DEFAULT NULL,
  `hour` time DEFAULT NULL,
  `year` year(4) DEFAULT NULL,
  `at` datetime(3) DEFAULT NULL,
  `double` bigint(20) GENERATED ALWAYS AS (`padded` * 2) STORED,
  `changed` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`id`),
  KEY `thing_person` (`person_id`),
  CONSTRAINT `thing_of_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `login` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `login` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `login_login` (`login`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
