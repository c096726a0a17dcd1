/** First steps inside the isolated tier. */
package io.understudy.agent.tier;
