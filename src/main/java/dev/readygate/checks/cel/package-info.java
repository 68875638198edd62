/** Pure: the expressions of policies, compiled once, bounded in cost, and never quoting data. */
package dev.readygate.checks.cel;
