/** Pure: turns findings into the effects on a rollout. */
package dev.readygate.gate;
