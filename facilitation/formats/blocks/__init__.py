"""Stages that can join a session while it is on: a small ready set, and those of the library that stand alone."""

from facilitation.formats.blocks.catalogue import Block, Catalogue, catalogue, find_block

__all__ = ["Block", "Catalogue", "catalogue", "find_block"]
