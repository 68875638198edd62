/** Pure: the kinds of check that read what other rollouts came to: delivery numbers and another report. */
package dev.readygate.checks.delivery;
