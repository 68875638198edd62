/** Pure: texts of users, cut to the length of a message. */
package dev.readygate.checks.text;
