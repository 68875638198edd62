/** Pure: the policies that meet a Deployment, with their standards pulled in, as one set of questions. */
package dev.readygate.policy;
