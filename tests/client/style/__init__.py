"""The style page, for whoever changes a screen: every piece in every state, drawn by the real sheets and scripts."""
