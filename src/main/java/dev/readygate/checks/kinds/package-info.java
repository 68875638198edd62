/** Pure: the one list of all kinds of check, with their mistakes and waivers. */
package dev.readygate.checks.kinds;
