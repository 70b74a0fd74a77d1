"""The therapist's kit: for each question, myth and condition a code, a handout, pictures to share and an embed.

All of it is made from the pages and facts, before the site builder runs, and staged beside the pages.
"""
