/** Pure: the policies that select a Deployment, merged with their standards into one set of checks. */
package dev.readygate.policy;
