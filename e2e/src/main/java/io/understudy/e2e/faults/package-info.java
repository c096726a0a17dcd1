/**
 * The fault matrix: what fails is made to fail from outside, under calls, and a sniffer on the
 * switch says who spoke.
 */
package io.understudy.e2e.faults;
