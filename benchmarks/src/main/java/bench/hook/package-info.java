/** What the agent intercepts, one benchmark each. */
package bench.hook;
