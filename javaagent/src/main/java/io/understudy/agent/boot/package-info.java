/** The stub: the only classes of the product that the application's class loader can see. */
package io.understudy.agent.boot;
