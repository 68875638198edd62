/** Pure: the outcome of each rollout, from the previous report and the current decision. */
package dev.readygate.history;
