/** Pure: the expressions people write into policies, compiled once, bounded in what they may cost, and never quoting data. */
package dev.readygate.checks.cel;
