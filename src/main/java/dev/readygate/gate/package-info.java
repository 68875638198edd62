/** Pure: from findings to what is to be done with a rollout. */
package dev.readygate.gate;
