"""Tests of the screens' code: pure modules with node, live screens in Chromium against a server played by the test."""
